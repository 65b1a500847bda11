package dev.seaworthy.manifest;

/** What a file is by what stands beside it. */
public enum FileRole {
  /** Nothing says that it is anything but a manifest. */
  MANIFEST,
  /** A kustomization lists it as a patch. */
  PATCH,
  /** Its name says that it is a patch, and no kustomization lists it at all. */
  UNUSED_PATCH,
  /** A kustomization lists it as a generator, a transformer, a replacement or their configuration. */
  KUSTOMIZE_INPUT,
  /** A kustomization puts it into a ConfigMap or a Secret as it is. */
  GENERATOR_INPUT,
  /** A test of an operator compares it with what the cluster holds; nobody applies it. */
  TEST_EXPECTATION,
  /** It lies among a Helm chart's templates. */
  CHART_TEMPLATE,
  /** It lies in a Helm chart, but is no template. */
  CHART_FILE,
  /** It lies among the templates of an Ansible role, which Jinja fills in. */
  ROLE_TEMPLATE
}
