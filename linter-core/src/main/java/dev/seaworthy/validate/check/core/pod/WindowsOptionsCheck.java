package dev.seaworthy.validate.check.core.pod;

import com.google.re2j.Pattern;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.nio.charset.StandardCharsets;

/** What only Windows knows: group-managed accounts and the user to run as. */
final class WindowsOptionsCheck {

  private final Errors errors;

  private static final int LONGEST_DOMAIN = 255;
  private static final int LONGEST_USER = 104;

  /** Compiled when the first such name is judged, which is seldom. */
  private static final class Patterns {
    static final Pattern CONTROL = Pattern.compile("[[:cntrl:]]+");
    static final Pattern NETBIOS =
        Pattern.compile("^[^\\\\/:\\*\\?\"<>|\\.][^\\\\/:\\*\\?\"<>|]{0,14}$");
    static final Pattern DNS = Pattern.compile("^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
        + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$");
    static final Pattern NOT_IN_USERS = Pattern.compile("[\"/\\\\:;|=,\\+\\*\\?<>@\\[\\]]");
    static final Pattern DOTS_AND_SPACES = Pattern.compile("^[\\. ]+$");
  }

  WindowsOptionsCheck(Errors errors) {
    this.errors = errors;
  }

  void check(Value options) {
    Value user = options.at("runAsUserName");
    if (user.isPresent()) {
      runAsUser(user);
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private void runAsUser(Value field) {
    String name = field.text();
    int slash = name.indexOf('\\');
    if (name.isEmpty()) {
      invalid(field, "not-empty", "is empty");
    } else if (Patterns.CONTROL.matcher(name).find()) {
      invalid(field, "no-control-characters", "must not contain control characters");
    } else if (slash >= 0 && name.indexOf('\\', slash + 1) >= 0) {
      invalid(field, "one-backslash", "must not contain more than one backslash");
    } else {
      if (slash >= 0) {
        domain(field, name.substring(0, slash));
      }
      user(field, name.substring(slash + 1));
    }
  }

  private void domain(Value field, String domain) {
    if (bytes(domain) > LONGEST_DOMAIN) {
      invalid(field, "windows-domain", "must have a domain of at most 255 characters");
    }
    if (!Patterns.NETBIOS.matcher(domain).find()
        && !Patterns.DNS.matcher(domain).find()) {
      invalid(field, "windows-domain-form", "must have a domain that is a NetBIOS or DNS name");
    }
  }

  private void user(Value field, String user) {
    if (user.isEmpty()) {
      invalid(field, "windows-user", "must have a user");
    } else if (bytes(user) > LONGEST_USER) {
      invalid(field, "windows-user", "must have a user of at most 104 characters");
    }
    if (Patterns.DOTS_AND_SPACES.matcher(user).find()) {
      invalid(field, "windows-user", "must have a user that is not only dots and spaces");
    }
    if (Patterns.NOT_IN_USERS.matcher(user).find()) {
      invalid(field, "windows-user", "must have a user without any of \"/\\:;|=,+*?<>@[]");
    }
  }

  private void invalid(Value field, String origin, String message) {
    errors.invalid(field.path(), origin, message);
  }
}
