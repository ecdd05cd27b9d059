"""The program on real devices without hardware: compositors, fingers, pads, sound."""
