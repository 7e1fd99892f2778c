-- Flags that were reworded or disputed count no longer; what was counted with them is counted anew when a list asks.
TRUNCATE "session_digest";
