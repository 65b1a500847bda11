/**
 * Changes of an object's tree as changes of its text: comments, order and layout stay as they are.
 *
 * <p>Start at {@link dev.seaworthy.manifest.edit.YamlEditor}. {@code TextLayout} tells how things are
 * written and where they end, {@code BlockText} and {@code FlowText} write what is new, {@code
 * Insertion}, {@code Replacement} and {@code Removal} find the places; at last {@code EditCheck} reads
 * the changed text and gives up where anything else came of it than what was asked for.
 */
@NullMarked
package dev.seaworthy.manifest.edit;

import org.jspecify.annotations.NullMarked;
