/** A Service: its ports, its addresses, where its traffic comes from. */
@NullMarked
package dev.seaworthy.validate.check.core.service;

import org.jspecify.annotations.NullMarked;
