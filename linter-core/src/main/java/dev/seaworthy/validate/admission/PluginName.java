package dev.seaworthy.validate.admission;

/** The admission plug-ins of kube-apiserver, in the order in which it asks them. */
public enum PluginName {
  NAMESPACE_LIFECYCLE("NamespaceLifecycle"),
  LIMIT_RANGER("LimitRanger"),
  SERVICE_ACCOUNT("ServiceAccount"),
  NODE_RESTRICTION("NodeRestriction"),
  TAINT_NODES_BY_CONDITION("TaintNodesByCondition"),
  ALWAYS_PULL_IMAGES("AlwaysPullImages"),
  POD_SECURITY("PodSecurity"),
  POD_NODE_SELECTOR("PodNodeSelector"),
  PRIORITY("Priority"),
  DEFAULT_TOLERATION_SECONDS("DefaultTolerationSeconds"),
  POD_TOLERATION_RESTRICTION("PodTolerationRestriction"),
  EXTENDED_RESOURCE_TOLERATION("ExtendedResourceToleration"),
  DEFAULT_STORAGE_CLASS("DefaultStorageClass"),
  STORAGE_OBJECT_IN_USE_PROTECTION("StorageObjectInUseProtection"),
  OWNER_REFERENCES_PERMISSION_ENFORCEMENT("OwnerReferencesPermissionEnforcement"),
  PERSISTENT_VOLUME_CLAIM_RESIZE("PersistentVolumeClaimResize"),
  RUNTIME_CLASS("RuntimeClass"),
  CERTIFICATE_APPROVAL("CertificateApproval"),
  CERTIFICATE_SIGNING("CertificateSigning"),
  CLUSTER_TRUST_BUNDLE_ATTEST("ClusterTrustBundleAttest"),
  CERTIFICATE_SUBJECT_RESTRICTION("CertificateSubjectRestriction"),
  DEFAULT_INGRESS_CLASS("DefaultIngressClass"),
  POD_TOPOLOGY_LABELS("PodTopologyLabels"),
  DENY_SERVICE_EXTERNAL_IPS("DenyServiceExternalIPs"),
  POD_RESIZE_VALIDATOR("PodResizeValidator"),
  MUTATING_ADMISSION_POLICY("MutatingAdmissionPolicy"),
  MUTATING_ADMISSION_WEBHOOK("MutatingAdmissionWebhook"),
  VALIDATING_ADMISSION_POLICY("ValidatingAdmissionPolicy"),
  VALIDATING_ADMISSION_WEBHOOK("ValidatingAdmissionWebhook"),
  RESOURCE_QUOTA("ResourceQuota");

  private final String word;

  PluginName(String word) {
    this.word = word;
  }

  /** The name as kube-apiserver's options write it. */
  public String word() {
    return word;
  }
}
