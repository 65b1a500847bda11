/**
 * The forms in which relations between objects are shown; each is a {@link
 * dev.seaworthy.report.relations.RelationsFormat}, called by its class's name.
 */
@NullMarked
package dev.seaworthy.report.relations;

import org.jspecify.annotations.NullMarked;
