package dev.seaworthy.manifest;

import java.util.HashMap;
import java.util.Map;
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
  /** What follows {@code ...}, which kubectl passes over without a word. */
  AFTER_DOCUMENT_END("after-document-end", Stage.NEVER),
  /** A file of some other tool. */
  NOT_KUBERNETES("not-kubernetes", Stage.OBJECT, "file of another tool", "files of other tools"),
  /** What kustomize reads: a kustomization, a component, a generator, a transformer. */
  KUSTOMIZATION("kustomization", Stage.OBJECT, "kustomization", "kustomizations"),
  /** A part of an object, which kustomize merges into a whole one. */
  PATCH("patch", Stage.OBJECT, "patch", "patches"),
  /** What kustomize puts into a ConfigMap or a Secret as it is. */
  GENERATOR_INPUT(
      "generator-input",
      Stage.OBJECT,
      "file that kustomize puts into a ConfigMap or Secret",
      "files that kustomize puts into ConfigMaps or Secrets"),
  /** A file of a Helm chart that is no template: its description, values, tests. */
  HELM_CHART("helm-chart", Stage.OBJECT, "Helm file", "Helm files"),
  /** A text that is an object only after a template engine has run. */
  TEMPLATE("template", Stage.PARSE, "template", "templates"),
  /** A file of which nobody without the key knows what it holds. */
  ENCRYPTED("encrypted", Stage.PARSE, "encrypted file", "encrypted files"),
  /** A file without any object. */
  EMPTY("empty", Stage.EMPTY, "file without any object", "files without any object"),
  /** What a search in folders does not look at, as its name begins with a dot. */
  HIDDEN("hidden", Stage.NEVER, "hidden file or folder", "hidden files or folders"),
  /** What an ignore file leaves out of a search in folders. */
  IGNORED("ignored", Stage.NEVER, "ignored file or folder", "ignored files or folders"),
  /** A link in a folder that leads nowhere, where the search has been, or out of the project. */
  LINK("link", Stage.NEVER, "link that is not followed", "links that are not followed"),
  /** What the user leaves out. */
  EXCLUDED("excluded", Stage.NEVER, "excluded file", "excluded files");

  /** Where {@code kubectl} gives up on such a text. */
  public enum Stage {
    PARSE,
    OBJECT,
    EMPTY,
    NEVER
  }

  private static final Map<String, ProblemCode> BY_CODE = new HashMap<>();

  static {
    for (ProblemCode problem : values()) {
      BY_CODE.put(problem.code, problem);
    }
  }

  private final String code;
  private final Stage stage;
  private final String one;
  private final String many;

  ProblemCode(String code, Stage stage) {
    this(code, stage, "", "");
  }

  ProblemCode(String code, Stage stage, String one, String many) {
    this.code = code;
    this.stage = stage;
    this.one = one;
    this.many = many;
  }

  /** The {@code code} of the diagnostics. */
  public String code() {
    return code;
  }

  public Stage stage() {
    return stage;
  }

  /** Whether this tells of something that is no whole object and means to be none, not of a mistake. */
  public boolean isForeign() {
    return !one.isEmpty();
  }

  /** So many foreign things: {@code 1 patch}, {@code 3 patches}. */
  public String counted(int number) {
    return number + " " + (number == 1 ? one : many);
  }

  /** The problem that is shown as {@code code}. */
  public static Optional<ProblemCode> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
