"""Makes the encoder that reads: data, network, training loop, export. Never imported by the program."""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # read when onnxruntime is first imported
