package io.throughline.core.delivery;

/** What somebody may not see. */
public interface Hiding {
    /** Whether all items of a project are hidden, by its number in the view. */
    boolean hidesProject(int project);

    /** Whether an item with a security level in a project that is not hidden is hidden itself, by its position. */
    boolean hidesItem(int position);
}
