package io.throughline.app.confluence.map;

import java.util.List;

/**
 * A perspective.
 *
 * @param question what it is about: {@code What owners see}
 */
public record BandView(String name, String question, List<PlaceView> places) {}
