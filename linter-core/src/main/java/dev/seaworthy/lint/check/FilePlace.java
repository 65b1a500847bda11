package dev.seaworthy.lint.check;

/** Where a file lies, as its path says. */
final class FilePlace {

  private FilePlace() {}

  /** The folder; empty for a file without one. However the path was written, the folder is the same. */
  static String folder(String file) {
    String path = file.startsWith("./") ? file.substring(2) : file;
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
