/**
 * What the API server asks of pods and pod templates, one class a concern.
 *
 * <p>Start at {@link dev.seaworthy.validate.check.pod.PodSpecCheck}: it reads as the list of what a
 * pod must fulfil. Paths are the server's own, also where they look odd (a mount's {@code subPath}
 * is reported without the mount's index), because people compare them with what their cluster said.
 */
@NullMarked
package dev.seaworthy.validate.check.pod;

import org.jspecify.annotations.NullMarked;
