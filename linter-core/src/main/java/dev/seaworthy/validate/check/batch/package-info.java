/** What no single field of Jobs and CronJobs can tell. */
@NullMarked
package dev.seaworthy.validate.check.batch;

import org.jspecify.annotations.NullMarked;
