/**
 * Runs pods for a Job until enough of them have succeeded, or too many have failed.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.job.JobReconciler}. What a Job's pods amount to
 * is {@link dev.seaworthy.simulate.controller.job.JobState}, whether that is its end {@link
 * dev.seaworthy.simulate.controller.job.JobEnd}; {@link
 * dev.seaworthy.simulate.controller.job.PodManagement} makes and deletes pods, {@link
 * dev.seaworthy.simulate.controller.job.Accounting} counts those that ended, each exactly once.
 */
@NullMarked
package dev.seaworthy.simulate.controller.job;

import org.jspecify.annotations.NullMarked;
