/**
 * What must hold for every input, tried on inputs that Jazzer makes up, guided by what they reach.
 *
 * <p>An input that broke something is kept below {@code src/test/resources} and tried again in every
 * run of the profile {@code long}.
 */
@NullMarked
package dev.seaworthy.fuzz;

import org.jspecify.annotations.NullMarked;
