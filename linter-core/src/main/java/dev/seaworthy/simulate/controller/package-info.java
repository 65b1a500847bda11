/**
 * Level-triggered control loops over the view.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.Reconciler}. A controller declares what it
 * watches; {@link dev.seaworthy.simulate.controller.ControlLoop} calls it with the kernel's clock
 * and back-offs. One package a controller.
 */
@NullMarked
package dev.seaworthy.simulate.controller;

import org.jspecify.annotations.NullMarked;
