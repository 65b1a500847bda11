package dev.seaworthy.validate.check.pod;

import com.google.re2j.Pattern;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.Locale;

/** Volumes that come over a network or from a driver. */
final class NetworkVolumeChecks {

  private static final Pattern IQN =
      Pattern.compile("iqn\\.\\d{4}-\\d{2}\\.([[:alnum:]-.]+)(:[^,;*&$|\\s]+)$");
  private static final Pattern EUI = Pattern.compile("^eui.[[:alnum:]]{16}$");
  private static final Pattern NAA = Pattern.compile("^naa.[[:alnum:]]{32}$");

  private final FieldRules rules;
  private final Request request;

  NetworkVolumeChecks(FieldRules rules, Request request) {
    this.rules = rules;
    this.request = request;
  }

  void nfs(Value source) {
    rules.required(source.at("server"));
    Value path = source.at("path");
    rules.required(path);
    if (!path.text().startsWith("/")) {
      rules
          .errors()
          .invalid(
              path.path(), "absolute-path", "is '" + path.text() + "', must be an absolute path");
    }
  }

  void iscsi(Value source) {
    rules.required(source.at("targetPortal"));
    if (rules.required(source.at("iqn"))) {
      isInitiator(source.at("iqn"), source.at("iqn"));
    }
    rules.range(source.at("lun"), 0, 255);
    authenticationHasSecret(source);
    Value initiator = source.at("initiatorName");
    if (initiator.isPresent()) {
      isInitiator(initiator, source.at("initiatorname"));
    }
  }

  private void authenticationHasSecret(Value source) {
    boolean authenticates =
        source.at("chapAuthDiscovery").isTrue() || source.at("chapAuthSession").isTrue();
    if (authenticates && source.at("secretRef").isAbsent()) {
      rules
          .errors()
          .required(
              source.at("secretRef").path(),
              "authentication-has-secret",
              "must name the secret to authenticate with");
    }
  }

  private void isInitiator(Value name, Value reportedAt) {
    String text = name.text();
    if (!isInitiatorName(text)) {
      rules
          .errors()
          .invalid(
              reportedAt.path(),
              "iscsi-name",
              "is '" + text + "', must be an iSCSI name that starts with iqn, eui or naa");
    }
  }

  private static boolean isInitiatorName(String text) {
    if (text.startsWith("iqn")) {
      return IQN.matcher(text).find();
    }
    if (text.startsWith("eui")) {
      return EUI.matcher(text).find();
    }
    return text.startsWith("naa") && NAA.matcher(text).find();
  }

  void fibreChannel(Value source) {
    Value names = source.at("targetWWNs");
    boolean hasIds = source.at("wwids").size() > 0;
    if (names.size() == 0 && !hasIds) {
      rules.errors().required(names.path(), "one-of", "must be given, or wwids");
    }
    if (names.size() > 0 && hasIds) {
      rules.errors().invalid(names.path(), "one-of", "is given and wwids too, only one may be");
    }
    if (names.size() > 0) {
      lunIsGiven(source.at("lun"));
    }
  }

  private void lunIsGiven(Value lun) {
    if (lun.isAbsent()) {
      rules.errors().required(lun.path(), "lun-is-given", "must be given with targetWWNs");
    } else {
      rules.range(lun, 0, 255);
    }
  }

  void claim(Value source) {
    rules.required(source.at("claimName"));
  }

  void csi(Value source) {
    driverName(source.at("driver"));
    Value secret = source.at("nodePublishSecretRef");
    if (secret.isPresent() && rules.required(secret.at("name"))) {
      rules.format(
          source.at("name").path(), secret.at("name").text(), NameFormat.DNS1123_SUBDOMAIN);
    }
  }

  void driverName(Value driver) {
    rules.required(driver);
    String name = driver.text();
    if (name.length() > 63) {
      rules.errors().tooLong(driver.path(), "max-length", "must be no longer than 63 characters");
    }
    for (String problem : NameFormat.DNS1123_SUBDOMAIN.problems(name.toLowerCase(Locale.ROOT))) {
      if (!name.isEmpty() || !request.isSince(36)) {
        rules.errors().invalid(driver.path(), "csi-driver-name", "is '" + name + "', " + problem);
      }
    }
  }

  void flexVolume(Value source) {
    rules.required(source.at("driver"));
    source.at("options").eachEntry((key, option) -> isNotReserved(key, option));
  }

  private void isNotReserved(String key, Value option) {
    int slash = key.indexOf('/');
    String domain = "." + (slash < 0 ? key : key.substring(0, slash)).toLowerCase(Locale.ROOT);
    if (domain.endsWith(".kubernetes.io") || domain.endsWith(".k8s.io")) {
      rules
          .errors()
          .invalid(
              option.path(),
              "unreserved-option",
              "is an option of the domains kubernetes.io and k8s.io, which are reserved");
    }
  }
}
