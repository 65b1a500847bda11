/** What workloads have in common, whatever their group: a selector, and the template of their pods. */
@NullMarked
package dev.seaworthy.validate.check.workload;

import org.jspecify.annotations.NullMarked;
