package dev.seaworthy.validate.check.storage;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;

/** Who attaches a volume must have the name of a driver. Mirrors ValidateVolumeAttachmentV1. */
public final class VolumeAttachmentCheck implements KindCheck {

  private static final int LONGEST_NAME = 63;

  /** Before, a name that was missing was judged as an empty one too. */
  private static final int MISSING_ENDS_SINCE = 35;

  private static final int JUDGED_ON_UPDATE_SINCE = 35;

  @Override
  public GroupKind kind() {
    return GroupKind.of("storage.k8s.io", "VolumeAttachment");
  }

  @Override
  public void check(Value attachment, Request request, Errors errors) {
    if (request.isUpdate() && !request.isSince(JUDGED_ON_UPDATE_SINCE)) {
      return;
    }
    Value attacher = attachment.at("spec", "attacher");
    String name = attacher.text();
    if (name.isEmpty()) {
      errors.required(attacher.path(), "required", "must be given");
    }
    if (name.length() > LONGEST_NAME) {
      errors.tooLong(
          attacher.path(), "maxLength", "must have at most " + LONGEST_NAME + " characters");
    }
    if (!name.isEmpty() || !request.isSince(MISSING_ENDS_SINCE)) {
      errors.form(attacher, NameFormat.DNS1123_SUBDOMAIN_CASELESS);
    }
  }
}
