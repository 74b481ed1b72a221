package io.throughline.app.confluence.sheet;

/** From what to what: {@code Due: 31 Mar 2027 → 30 Jun 2027}. */
public record WasIsView(String field, String was, String is) {}
