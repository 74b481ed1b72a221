package io.throughline.app.live;

/** The number fields of Jira's issues. It asks for no permission: whose issues are read was decided by a query. */
public interface NumberSource {
    /** Whether a name or an id means a field of numbers. */
    boolean isNumberField(String nameOrId);

    /**
     * The values that issues have, in any order; issues without one, and issues that are gone, are left out.
     *
     * @param nameOrId of a number field; one that means none finds no values
     */
    double[] values(String nameOrId, long[] issues);
}
