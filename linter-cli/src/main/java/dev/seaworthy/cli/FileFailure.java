package dev.seaworthy.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in words. The JDK's own message is often the bare path. */
final class FileFailure {

  private FileFailure() {}

  static String words(IOException failure) {
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist";
    }
    if (failure instanceof FileSystemException file && file.getReason() == null) {
      return file.getFile() + " can't be read or written";
    }
    return String.valueOf(failure.getMessage());
  }
}
