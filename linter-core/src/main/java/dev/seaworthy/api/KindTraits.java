package dev.seaworthy.api;

import java.util.Optional;

/**
 * What holds of a kind in all of its versions.
 *
 * @param namespaced whether its objects live in namespaces
 * @param podTemplate where its objects hold what pods are made of; empty if they hold nothing of it
 */
public record KindTraits(boolean namespaced, Optional<PodTemplatePlace> podTemplate) {

  public static KindTraits of(ResourceType type) {
    return new KindTraits(type.namespaced(), PodTemplateSearch.in(type.struct()));
  }
}
