/**
 * What a project wants of the product, as its {@code .seaworthy.yaml} says it. Start reading at {@link
 * dev.seaworthy.project.configuration.ConfigurationFile}.
 */
@NullMarked
package dev.seaworthy.project.configuration;

import org.jspecify.annotations.NullMarked;
