package dev.seaworthy.simulate.store;

import dev.seaworthy.api.GroupKind;

/** The kinds that the embedded cluster knows by name. */
public final class Kinds {

  public static final GroupKind POD = new GroupKind("", "Pod");
  public static final GroupKind NODE = new GroupKind("", "Node");
  public static final GroupKind NAMESPACE = new GroupKind("", "Namespace");
  public static final GroupKind SERVICE = new GroupKind("", "Service");
  public static final GroupKind CONFIG_MAP = new GroupKind("", "ConfigMap");
  public static final GroupKind SECRET = new GroupKind("", "Secret");
  public static final GroupKind SERVICE_ACCOUNT = new GroupKind("", "ServiceAccount");
  public static final GroupKind REPLICATION_CONTROLLER = new GroupKind("", "ReplicationController");
  public static final GroupKind PERSISTENT_VOLUME = new GroupKind("", "PersistentVolume");
  public static final GroupKind PERSISTENT_VOLUME_CLAIM =
      new GroupKind("", "PersistentVolumeClaim");
  public static final GroupKind STORAGE_CLASS = new GroupKind("storage.k8s.io", "StorageClass");
  public static final GroupKind CSI_NODE = new GroupKind("storage.k8s.io", "CSINode");
  public static final GroupKind RESOURCE_QUOTA = new GroupKind("", "ResourceQuota");
  public static final GroupKind LIMIT_RANGE = new GroupKind("", "LimitRange");
  public static final GroupKind REPLICA_SET = new GroupKind("apps", "ReplicaSet");
  public static final GroupKind DEPLOYMENT = new GroupKind("apps", "Deployment");
  public static final GroupKind STATEFUL_SET = new GroupKind("apps", "StatefulSet");
  public static final GroupKind DAEMON_SET = new GroupKind("apps", "DaemonSet");
  public static final GroupKind CONTROLLER_REVISION = new GroupKind("apps", "ControllerRevision");
  public static final GroupKind JOB = new GroupKind("batch", "Job");
  public static final GroupKind CRON_JOB = new GroupKind("batch", "CronJob");
  public static final GroupKind ENDPOINT_SLICE = new GroupKind("discovery.k8s.io", "EndpointSlice");
  public static final GroupKind ENDPOINTS = new GroupKind("", "Endpoints");
  public static final GroupKind POD_DISRUPTION_BUDGET =
      new GroupKind("policy", "PodDisruptionBudget");
  public static final GroupKind HORIZONTAL_POD_AUTOSCALER =
      new GroupKind("autoscaling", "HorizontalPodAutoscaler");
  public static final GroupKind PRIORITY_CLASS =
      new GroupKind("scheduling.k8s.io", "PriorityClass");

  public static final GroupKind CUSTOM_RESOURCE_DEFINITION =
      new GroupKind("apiextensions.k8s.io", "CustomResourceDefinition");

  public static final GroupKind RUNTIME_CLASS = new GroupKind("node.k8s.io", "RuntimeClass");

  private Kinds() {}
}
