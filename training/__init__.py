"""Makes the encoder that reads: data, network, training loop, export. Never imported by the program."""

import os

os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # threads that wait in a loop starve each other on a busy machine
os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # read when onnxruntime is first imported
