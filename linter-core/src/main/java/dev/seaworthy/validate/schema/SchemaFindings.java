package dev.seaworthy.validate.schema;

import dev.seaworthy.validate.field.DecodeError;
import dev.seaworthy.validate.field.FieldError;
import java.util.List;

/**
 * What a JSON Schema finds wrong with an object, in the order of the text.
 *
 * @param unknown fields that the schema does not have: a server refuses them when it decodes
 * @param causes everything else
 */
public record SchemaFindings(List<DecodeError> unknown, List<FieldError> causes) {

  public SchemaFindings {
    unknown = List.copyOf(unknown);
    causes = List.copyOf(causes);
  }

  public boolean isEmpty() {
    return unknown.isEmpty() && causes.isEmpty();
  }
}
