/**
 * Makes Jobs when the schedule of a CronJob says so.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.cronjob.CronJobReconciler}. When a Job is due
 * is the affair of {@link dev.seaworthy.simulate.controller.cronjob.Schedule} and {@link
 * dev.seaworthy.simulate.controller.cronjob.StartTimes}, which know nothing of the cluster.
 */
@NullMarked
package dev.seaworthy.simulate.controller.cronjob;

import org.jspecify.annotations.NullMarked;
