package dev.seaworthy.project;

import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.project.kustomize.FileTexts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files that git is to commit would lie; out of its repository, those that lie there. */
public final class StagedFiles implements ProjectFiles {

  private final GitIndex index;

  public StagedFiles(GitIndex index) {
    this.index = index;
  }

  @Override
  public Optional<Path> pathOf(InputSource source) {
    return DISK.pathOf(source);
  }

  @Override
  public boolean areToBeCommitted() {
    return true;
  }

  @Override
  public FileTexts texts() {
    return new FileTexts() {
      @Override
      public Optional<byte[]> read(Path file) {
        return index.isWithin(file) ? staged(file) : FileTexts.DISK.read(file);
      }

      @Override
      public boolean has(Path file) {
        return index.isWithin(file) ? index.content(file).isPresent() : FileTexts.DISK.has(file);
      }

      @Override
      public Path real(Path path) {
        return FileTexts.DISK.real(path);
      }
    };
  }

  private Optional<byte[]> staged(Path file) {
    try {
      Optional<InputSource> content = index.content(file);
      return content.isPresent()
          ? Optional.of(content.get().read(ReadLimits.DEFAULT.fileBytes()))
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
