package dev.seaworthy.validate.field;

import dev.seaworthy.manifest.FieldPath;

/** What the API server would warn of although it accepts the object. */
public record Warning(FieldPath field, String origin, String message) {}
