package dev.seaworthy.validate.format;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.function.Function;

/** Names that operating systems and storage networks give. */
public enum SystemName implements StringFormat {
  /** A kernel parameter: {@code net.ipv4.ip_forward}, or with slashes. */
  SYSCTL(
      "sysctl-name",
      name -> name.length() <= 253 && Patterns.SYSCTL.matcher(name).matches()
          ? List.of()
          : List.of("must be lower case letters, digits, '-' and '_' between dots or slashes, at"
              + " most 253 characters")),
  /** The name of an iSCSI initiator or target. */
  ISCSI(
      "iscsi-name",
      name -> isIscsi(name)
          ? List.of()
          : List.of("must be an iSCSI name that starts with iqn, eui or naa"));

  /** Compiled when the first such name is judged, which is seldom. */
  private static final class Patterns {
    static final Pattern SYSCTL =
        Pattern.compile("^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$");
    static final Pattern IQN =
        Pattern.compile("iqn\\.\\d{4}-\\d{2}\\.([[:alnum:]-.]+)(:[^,;*&$|\\s]+)$");
    static final Pattern EUI = Pattern.compile("^eui.[[:alnum:]]{16}$");
    static final Pattern NAA = Pattern.compile("^naa.[[:alnum:]]{32}$");
  }

  private final String key;
  private final Function<String, List<String>> rule;

  SystemName(String key, Function<String, List<String>> rule) {
    this.key = key;
    this.rule = rule;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public List<String> problems(String text) {
    return rule.apply(text);
  }

  private static boolean isIscsi(String name) {
    if (name.startsWith("iqn")) {
      return Patterns.IQN.matcher(name).find();
    }
    if (name.startsWith("eui")) {
      return Patterns.EUI.matcher(name).find();
    }
    return name.startsWith("naa") && Patterns.NAA.matcher(name).find();
  }
}
