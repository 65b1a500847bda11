/** What no single field of storage classes, drivers and attachments can tell. */
@NullMarked
package dev.seaworthy.validate.check.storage;

import org.jspecify.annotations.NullMarked;
