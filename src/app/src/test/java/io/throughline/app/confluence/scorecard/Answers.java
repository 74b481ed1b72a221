package io.throughline.app.confluence.scorecard;

/** Answers of Jira, as JSON. */
final class Answers {
    private static final String HEAD = """
            {"plan":{"key":"PLAN-1","name":"%s","sizeMeasure":"STORY_POINTS"},"groupBy":"THEME","asOf":null,
             "at":"2027-03-15T08:42:10Z","modelVersion":1377,"future":{"field":[1]},
            """;

    private Answers() {}

    static String plan() {
        return HEAD.formatted("Strategy 2026–2028")
                + outcome("AMBER", "0.35", "0.43").replace("\"stale\":0", "\"stale\":1") + ","
                + delivery("ON_TRACK", "0.53", "0.58").replace("\"hidden\":0", "\"hidden\":4")
                + """
                 ,"signal":{"kind":"DRIFT","reason":"x"},"signals":{"REALIZING":1,"BLIND":1,"STALLED":0},
                 "groups":[{"key":"TH-1","name":"A network people rely on","owner":{"key":"ih","name":"Ingrid Halvorsen"},
                """
                + outcome("AMBER", "0.36", "0.49") + "," + delivery("AT_RISK", "0.56", "0.66")
                + """
                ,"signal":{"kind":"STALLED","reason":"not shown on a theme"},"rows":[
                 {"key":"OBJ-1","name":"Trains arrive when we said","depth":0,"owner":{"key":"hd","name":"Henrik Dahl"},
                """
                + outcome("GREEN", "0.4", "0.4") + "," + delivery("ON_TRACK", "0.628", "0.6")
                + """
                ,"signal":{"kind":"REALIZING","reason":"Punctuality on pace; 63 % of the work done."},
                 "kpis":[{"key":"KPI-1","name":"Punctuality within 5 minutes","actual":{"value":89.1},"target":{"value":93},
                  "unit":{"symbol":"%"},
                """
                + outcome("GREEN", "0.4", "0.4").replace("\"unattested\":0", "\"unattested\":1")
                + """
                }]},
                 {"key":"OBJ-2","name":"Decide on data","depth":1,"owner":null,
                """
                + outcome("UNKNOWN", "null", "null") + "," + delivery("NO_WORK", "null", "0.5")
                + """
                ,"signal":{"kind":"BLIND","reason":"No KPI says whether it helps."},"kpis":[]}]}]}
                """;
    }

    static String band() {
        return HEAD.formatted("Bands") + outcome("RED", "0.3", "1") + """
                ,"signals":{},"groups":[{"key":"TH-1","name":"Theme","rows":[{"key":"OBJ-1","name":"Fleet","kpis":[
                 {"key":"KPI-1","name":"Availability","actual":{"value":92.6},"target":null,"unit":{"symbol":"%"},
                  "band":{"low":94,"high":97,"tolerance":2},
                  "trend":[{"period":"2027-01-31","value":95},{"period":"2027-02-28","value":93.8},{"period":"2027-03-31","value":92.6}],
                """
                + outcome("UNKNOWN", "0.3", "1").replace("\"stale\":0", "\"stale\":1") + "}]}]}]}";
    }

    static String empty() {
        return HEAD.formatted("Empty") + """
                "outcome":null,"delivery":null,"signal":null,"signals":{},"groups":[]}
                """;
    }

    static String indexing() {
        return HEAD.formatted("Early") + outcome("UNKNOWN", "null", "null") + """
                ,"delivery":null,"signal":null,"signals":{},"indexing":{"indexed":412000,"total":1000000},
                 "groups":[{"key":"TH-1","name":"Theme","rows":[{"key":"OBJ-1","name":"Objective","delivery":null}]}]}
                """;
    }

    static String hostile() {
        String name = "<script>alert(1)</script>\\\" onmouseover=\\\"x";
        return HEAD.formatted(name) + outcome("GREEN", "1", "1") + """
                ,"signals":{"REALIZING":1},"groups":[{"key":"TH-1","name":"%1$s","owner":{"name":"%1$s"},"rows":[
                 {"key":"%1$s","name":"<img src=x onerror=alert(1)>","owner":"%1$s",
                  "signal":{"kind":"REALIZING","reason":"%1$s"},
                  "kpis":[{"key":"KPI-1","name":"%1$s","unit":{"symbol":"%1$s"},"actual":{"value":1},"target":{"value":2}}]}]}]}
                """.formatted(name);
    }

    private static String outcome(String health, String attainment, String expected) {
        return "\"outcome\":{\"health\":\"%s\",\"attainment\":%s,\"expected\":%s,\"stale\":0,\"unattested\":0}"
                .formatted(health, attainment, expected);
    }

    private static String delivery(String health, String progress, String expected) {
        return "\"delivery\":{\"health\":\"%s\",\"progress\":%s,\"expected\":%s,\"total\":520,\"done\":326,\"inProgress\":52,\"hidden\":0}"
                .formatted(health, progress, expected);
    }
}
