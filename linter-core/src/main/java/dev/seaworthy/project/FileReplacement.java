package dev.seaworthy.project;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * A new text for a file. It is written beside the file and moved there when it is complete: whoever
 * reads meanwhile sees the old text or the new one. Who may do what with the file stays as it is, a
 * symbolic link goes on leading to it, and a byte order mark stays. A file that has several names is
 * written where it lies, so that it keeps them all; one that is write-protected is left alone.
 */
public final class FileReplacement {

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private static final Set<PosixFilePermission> WRITERS = EnumSet.of(
      PosixFilePermission.OWNER_WRITE,
      PosixFilePermission.GROUP_WRITE,
      PosixFilePermission.OTHERS_WRITE);

  private FileReplacement() {}

  /** Whether {@code bytes} are {@code utf8}, with or without a byte order mark. */
  public static boolean isText(byte[] bytes, byte[] utf8) {
    int start = isMarked(bytes) ? MARK.length : 0;
    return Arrays.equals(bytes, start, bytes.length, utf8, 0, utf8.length);
  }

  /** Whether {@code bytes} begin with a mark of UTF-16, which is read, but not written. */
  public static boolean isUtf16(byte[] bytes) {
    int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
    return mark == 0xFEFF || mark == 0xFFFE;
  }

  private static boolean isMarked(byte[] bytes) {
    return bytes.length >= MARK.length
        && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
  }

  /**
   * Writes {@code after} where {@code before} is, both in UTF-8.
   *
   * @throws IOException if that fails, the file is write-protected, or something else than {@code
   *     before} is there by now
   */
  public static void write(Path file, byte[] before, byte[] after) throws IOException {
    Path target = file.toRealPath();
    byte[] there = Files.readAllBytes(target);
    if (isText(there, after)) {
      return;
    }
    if (!isText(there, before)) {
      throw new IOException(file + " has changed since it was read");
    }
    if (isProtected(target)) {
      throw new IOException(file + " is write-protected");
    }
    byte[] text = isMarked(there) ? marked(after) : after;
    if (hasOtherNames(target)) {
      Files.write(target, text);
    } else {
      replace(target, text);
    }
  }

  /** By its rights alone: to an administrator every file is writable. */
  private static boolean isProtected(Path target) throws IOException {
    PosixFileAttributeView rights =
        Files.getFileAttributeView(target, PosixFileAttributeView.class);
    return !Files.isWritable(target)
        || rights != null && Collections.disjoint(rights.readAttributes().permissions(), WRITERS);
  }

  private static boolean hasOtherNames(Path target) throws IOException {
    return target.getFileSystem().supportedFileAttributeViews().contains("unix")
        && Files.getAttribute(target, "unix:nlink") instanceof Integer names
        && names > 1;
  }

  private static byte[] marked(byte[] text) {
    byte[] all = Arrays.copyOf(MARK, MARK.length + text.length);
    System.arraycopy(text, 0, all, MARK.length, text.length);
    return all;
  }

  private static void replace(Path target, byte[] text) throws IOException {
    Path folder = Objects.requireNonNull(target.getParent());
    Path draft = Files.createTempFile(folder, "." + target.getFileName() + ".", "");
    try {
      Files.write(draft, text);
      takeOverRights(target, draft);
      move(draft, target);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void takeOverRights(Path target, Path draft) throws IOException {
    PosixFileAttributeView rights =
        Files.getFileAttributeView(target, PosixFileAttributeView.class);
    if (rights != null) {
      Files.setPosixFilePermissions(draft, rights.readAttributes().permissions());
    }
  }

  private static void move(Path draft, Path target) throws IOException {
    try {
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException otherwise) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
