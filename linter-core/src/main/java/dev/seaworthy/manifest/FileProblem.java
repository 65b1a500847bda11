package dev.seaworthy.manifest;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** Why a file could not be read or written, in words. The JDK's own message is often the bare path. */
public final class FileProblem {

  private FileProblem() {}

  /** Why, without the name of the file. */
  public static String why(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (failure instanceof NotDirectoryException) {
      return "it is no folder";
    }
    if (failure instanceof FileSystemException system) {
      return Objects.requireNonNullElse(system.getReason(), "it can't be read or written");
    }
    return String.valueOf(failure.getMessage());
  }

  /** The same with the name, where the failure knows it. */
  public static String named(IOException failure) {
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist";
    }
    return failure instanceof FileSystemException system && system.getFile() != null
        ? system.getFile() + ": " + why(failure)
        : why(failure);
  }
}
