package dev.seaworthy.manifest;

import java.util.Optional;

/** The kinds of things that keep a text from becoming an object, with the codes they are shown by. */
public enum ProblemCode {
  /** The text has a character or token that YAML doesn't know. */
  YAML_TOKEN("yaml-token", Stage.PARSE),
  /** The tokens are fine, their order is not. */
  YAML_SYNTAX("yaml-syntax", Stage.PARSE),
  /** The structure is fine, but a key or value has no form in JSON. */
  YAML_VALUE("yaml-value", Stage.PARSE),
  /** An anchor, alias or merge key that leads nowhere or too far. */
  YAML_ALIAS("yaml-alias", Stage.PARSE),
  /** What follows {@code ---} on its line is neither a comment nor space. */
  DOCUMENT_SEPARATOR("document-separator", Stage.PARSE),
  JSON_SYNTAX("json-syntax", Stage.PARSE),
  /** Bytes that are no text. */
  ENCODING("encoding", Stage.PARSE),
  /** The text goes beyond {@link ReadLimits}. */
  READ_LIMIT("read-limit", Stage.PARSE),
  /** A document that is no object: no mapping, or without a usable apiVersion or kind. */
  NOT_AN_OBJECT("not-an-object", Stage.OBJECT),
  /** A file of some other tool. */
  NOT_KUBERNETES("not-kubernetes", Stage.OBJECT),
  /** A text that is YAML only after a template engine has run. */
  TEMPLATE("template", Stage.PARSE),
  /** A file without any object. */
  EMPTY("empty", Stage.EMPTY);

  /** Where {@code kubectl} gives up on such a text. */
  public enum Stage {
    PARSE,
    OBJECT,
    EMPTY
  }

  private final String code;
  private final Stage stage;

  ProblemCode(String code, Stage stage) {
    this.code = code;
    this.stage = stage;
  }

  /** The {@code code} of the diagnostics. */
  public String code() {
    return code;
  }

  public Stage stage() {
    return stage;
  }

  /** Whether this tells of a file of some other tool rather than of a mistake. */
  public boolean isForeign() {
    return this == NOT_KUBERNETES || this == TEMPLATE;
  }

  /** The problem that is shown as {@code code}. */
  public static Optional<ProblemCode> of(String code) {
    for (ProblemCode problem : values()) {
      if (problem.code.equals(code)) {
        return Optional.of(problem);
      }
    }
    return Optional.empty();
  }
}
