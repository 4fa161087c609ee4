/** Where bytes came from. Every kind has a `path` that names the place in reports. */
export type Origin = FileOrigin | ImageOrigin | LayerOrigin | ContainerOrigin | VaultOrigin;

/** A file below the target. */
export interface FileOrigin {
  kind: 'file';
  /** Path relative to the target, parts joined by `/`; bytes that are not UTF-8 stand as `\xNN`. */
  path: string;
}

/** The configuration, the history or an attestation of an image. */
export interface ImageOrigin {
  kind: 'image';
  /** `image:NAME`, and what part of it where it is not the configuration: `image:NAME/provenance`. */
  path: string;
  /** The images, as the user or the archive names them. */
  images: string[];
  /** True where the image that this one is built on says the same. */
  isBase?: boolean;
}

/** A file in a layer of an image. */
export interface LayerOrigin {
  kind: 'layer';
  /** `layer:sha256:.../etc/x`. */
  path: string;
  /** The images that the layer is part of, as the user or the archive names them. */
  images: string[];
  /** Digest of the unpacked layer. */
  layer: string;
  /** Path inside the layer. */
  member: string;
  /** The later layer that hides the file, and how; the layer still holds it. */
  hidden?: { layer: string; how: 'deleted' | 'replaced' };
  /** True for layers of the image that this one is built on. */
  isBase?: boolean;
}

/** Something about a container: its configuration or its log. */
export interface ContainerOrigin {
  kind: 'container';
  /** `container:NAME`, or `container:NAME/log`. */
  path: string;
}

/** Something of a running Vault. */
export interface VaultOrigin {
  kind: 'vault';
  /** `vault:NAME/SUBJECT`, where the name is the cluster's, or its address where the cluster tells none. */
  path: string;
  /** Path of its API, or the address of a node. */
  subject: string;
}
