package io.throughline.core.alignment;

/** By which step an item came to serve an objective; the steps are tried in this order. */
public enum Via {
    /** The item itself is linked. */
    SELF,
    /** Its nearest linked ancestor is. */
    PARENT,
    /** A query matches it, or its nearest matched ancestor. */
    QUERY,
    /** Its own project is linked. */
    PROJECT
}
