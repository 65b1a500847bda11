package dev.seaworthy;

/**
 * Libraries that are no modules: CEL's jars share packages among them, so that they can only lie on
 * the class path, and RE2/J and JGit have no descriptors. A named module sees the class path only if
 * it asks to; without modules everything sees everything, and asking does nothing.
 */
final class ClassPath {

  private ClassPath() {}

  /** To be called before anything of those libraries is used. */
  static void read() {
    ClassPath.class.getModule().addReads(ClassPath.class.getClassLoader().getUnnamedModule());
  }
}
