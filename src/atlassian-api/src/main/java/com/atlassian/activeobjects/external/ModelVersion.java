package com.atlassian.activeobjects.external;

/**
 * The number of a state of the tables.
 *
 * <p>Source: dossier 2.1 [P7].
 */
public final class ModelVersion implements Comparable<ModelVersion> {
    private final int version;

    private ModelVersion(int version) {
        this.version = version;
    }

    public static ModelVersion valueOf(String s) {
        return new ModelVersion(Integer.parseInt(s));
    }

    public static ModelVersion zero() {
        return new ModelVersion(0);
    }

    public boolean isNewerThan(ModelVersion m) {
        return compareTo(m) > 0;
    }

    @Override
    public int compareTo(ModelVersion o) {
        return Integer.compare(version, o.version);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof ModelVersion && ((ModelVersion) o).version == version;
    }

    @Override
    public int hashCode() {
        return version;
    }

    @Override
    public String toString() {
        return Integer.toString(version);
    }
}
