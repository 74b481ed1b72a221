package io.throughline.app.store;

import java.util.List;

/** Some rows of the change log, and how many there are in all. */
public record ChangePage(long total, List<LoggedChange> rows) {}
