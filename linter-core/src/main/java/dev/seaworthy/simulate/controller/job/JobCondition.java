package dev.seaworthy.simulate.controller.job;

import dev.seaworthy.simulate.object.Job;

/** A condition of a Job that is true, with the reason why. */
record JobCondition(String type, String reason, String message) {

  static final String SUSPENDED = "Suspended";

  /** It will be complete; what still runs is being stopped. */
  static final String SUCCESS_CRITERIA_MET = "SuccessCriteriaMet";

  /** It will have failed; what still runs is being stopped. */
  static final String FAILURE_TARGET = "FailureTarget";

  static JobCondition failing(String reason, String message) {
    return new JobCondition(FAILURE_TARGET, reason, message);
  }

  static JobCondition succeeding(String reason, String message) {
    return new JobCondition(SUCCESS_CRITERIA_MET, reason, message);
  }

  boolean isSuccess() {
    return type.equals(SUCCESS_CRITERIA_MET);
  }

  /** What it will be when everything has stopped. */
  JobCondition atLast() {
    return new JobCondition(isSuccess() ? Job.COMPLETE : Job.FAILED, reason, message);
  }
}
