package io.throughline.app.confluence.wiki;

/**
 * A page that somebody may view.
 *
 * @param creator user name of who made it, empty when gone
 * @param storage the body in storage format
 * @param mayEdit whether that somebody may edit it too
 */
public record OpenPage(long id, String title, String creator, String storage, boolean mayEdit) {}
