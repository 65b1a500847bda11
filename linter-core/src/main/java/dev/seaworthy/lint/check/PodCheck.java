package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import java.util.List;

/** A check of pod templates that needs nothing but the template and where it lies. */
interface PodCheck extends ObjectCheck {

  @Override
  default List<Finding> check(InputObject object, CheckContext context) {
    return object.template().map(template -> check(template, context)).orElse(List.of());
  }

  /** What is wrong with pods that are made of {@code template}. */
  List<Finding> check(PodTemplate template, CheckContext context);
}
