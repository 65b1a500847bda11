/** Manifests that nobody wrote: made of the corpus by chance, from a seed. */
@NullMarked
package dev.seaworthy.mutation;

import org.jspecify.annotations.NullMarked;
