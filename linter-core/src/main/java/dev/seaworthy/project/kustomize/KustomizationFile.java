package dev.seaworthy.project.kustomize;

import java.nio.file.Path;
import java.util.List;

/** The file of a folder that says how kustomize makes objects of it. */
public final class KustomizationFile {

  /** What it may be called, in the order in which kustomize looks. */
  public static final List<String> NAMES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private KustomizationFile() {}

  /** Whether {@code file} is called so. */
  public static boolean isNamedSo(Path file) {
    return NAMES.contains(String.valueOf(file.getFileName()));
  }
}
