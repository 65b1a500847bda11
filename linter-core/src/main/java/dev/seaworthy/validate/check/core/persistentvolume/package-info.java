/** PersistentVolumes and claims as objects: what they must fulfil, and what may be changed of them. */
@NullMarked
package dev.seaworthy.validate.check.core.persistentvolume;

import org.jspecify.annotations.NullMarked;
