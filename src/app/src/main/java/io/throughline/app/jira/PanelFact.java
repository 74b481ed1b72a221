package io.throughline.app.jira;

/** A name and a value. */
public record PanelFact(String name, String value) {}
